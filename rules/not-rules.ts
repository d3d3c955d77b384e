/** The files of this folder that are no rules. What has a second dot in its name is a part of one, or a test. */
export const NOT_RULES: ReadonlySet<string> = new Set([
  'dropped',
  'index',
  'list',
  'measured',
  'not-rules',
  'schema',
])
