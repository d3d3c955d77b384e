/** The sites whose pages the extension looks at, by the host that each is. The manifest asks for exactly these. */
export const siteHosts = { github: 'github.com', huggingface: 'huggingface.co' } as const

export type SiteId = keyof typeof siteHosts

export const siteIds = Object.keys(siteHosts) as SiteId[]

/** The site that an address belongs to; undefined for any other, and for what is no address. */
export function siteOf(url: string | undefined): SiteId | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { hostname } = new URL(url)
  return siteIds.find((id) => siteHosts[id] === hostname)
}

/** The match pattern under which the browser grants a site. */
export const originOf = (site: SiteId): string => `https://${siteHosts[site]}/*`
