/** Drawn on 24 by 24, in the current colour. */
const drawings = {
  github: 'M4 5.500h16v10.500H11l-4.500 3.500V16H4ZM8 9.200h8M8 12.300h5',
  huggingface: 'M6 3.500h8.500L18.500 7.500v13H6ZM14 3.500V8h4.500M9 12h6.500M9 15.500h6.500',
  paste: 'M8.500 5H5.500v15.500h13V5h-3M8.500 3.500h7v3h-7ZM8.700 11h6.600M8.700 14.500h4.500',
  selection: 'M4 6.500h16M4 11h7M4 15.500h5M13 11.500l7 3-3 1.200-1.200 3Z',
  send: 'M6.500 10.500V8a5.500 5.500 0 0 1 11 0v2.500M5 10.500h14v10H5ZM12 14.500v2.500',
  ask: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.500 20.500c.6-4 3.500-6 7.500-6s6.900 2 7.500 6M3.500 3.500l17 17',
  act: 'M9 11.500V5a1.600 1.600 0 0 1 3.200 0v5l5 1.200c1.200.3 1.900 1.200 1.700 2.500l-.9 6.300H10L5.500 14.500c1.200-1.400 2.500-1.200 3.500 0',
  guess:
    'M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17ZM9.500 9.700c.2-3.200 5.200-3.200 5.200.1 0 2-2.700 2-2.700 4.200M12 16.800v.4',
}

export type IconName = keyof typeof drawings

/** A picture beside a few words; says nothing of its own. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="item-icon"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
