/** Stands in for WXT's context of a content script, see `wxt.config.ts`: the scout follows its own extension. */
export class ContentScriptContext {}
