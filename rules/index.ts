import { rule as muteModel } from './mute-model'
import type { Rule } from './schema'

/** Every rule the engine knows, in no particular order: the engine sorts what it finds. */
export const rules: Rule[] = [muteModel]
