import { rule as muteModel } from './mute-model'
import type { Rule } from './schema'

/** Every rule the engine knows, in no particular order: the engine sorts what it finds. */
export const rules: Rule[] = [muteModel]

/** The day on which the rules were last looked over, for whoever wonders how old they are. ISO 8601. */
export const rulesDate = '2026-11-24'
