import { useEffect, useState } from 'preact/hooks'
import { logOnce } from '../../diagnosis/log-once'
import { missingSites, onAccessChange } from '../../storage/host-access'
import type { SiteId } from '../../storage/sites'

/** The sites that the browser does not let the extension see, followed while the page is open. */
export function useMissingSites(start: SiteId[] = []): SiteId[] {
  const [missing, setMissing] = useState(start)
  useEffect(() => {
    const look = () =>
      void missingSites().then(setMissing, (error: unknown) => logOnce('reading the permissions', error))
    // between the first reading and this, the reader may have changed it
    look()
    return onAccessChange(look)
  }, [])
  return missing
}
