/** A minor release line with its newest patch release: `0.9` and `0.9.0`. */
export interface Release {
  label: string
  version: string
}

/**
 * The releases that version rulers draw, oldest first: each minor release with the newest patch that the Python
 * Package Index serves (`pip index versions peft`, looked up in November 2026). Development versions are left out.
 */
export const releases: Record<string, Release[]> = {
  peft: [
    { label: '0.1', version: '0.1.0' },
    { label: '0.2', version: '0.2.0' },
    { label: '0.3', version: '0.3.0' },
    { label: '0.4', version: '0.4.0' },
    { label: '0.5', version: '0.5.0' },
    { label: '0.6', version: '0.6.2' },
    { label: '0.7', version: '0.7.1' },
    { label: '0.8', version: '0.8.2' },
    { label: '0.9', version: '0.9.0' },
    { label: '0.10', version: '0.10.0' },
    { label: '0.11', version: '0.11.1' },
    { label: '0.12', version: '0.12.0' },
    { label: '0.13', version: '0.13.2' },
    { label: '0.14', version: '0.14.0' },
    { label: '0.15', version: '0.15.2' },
    { label: '0.16', version: '0.16.0' },
    { label: '0.17', version: '0.17.1' },
    { label: '0.18', version: '0.18.1' },
    { label: '0.19', version: '0.19.1' },
    { label: '0.20', version: '0.20.0' },
    { label: '0.21', version: '0.21.2' },
  ],
}
