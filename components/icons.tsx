/** The project's mark: a speech bubble, struck out. */
export function MuteBubble({ size = 28 }: { size?: number }) {
  return (
    <svg class="bubble" width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <path
        class="bubble-body"
        d="M8 4.5h16A4.5 4.5 0 0 1 28.5 9v9a4.5 4.5 0 0 1-4.5 4.500h-8.200L9.6 27.800a.7.7 0 0 1-1.15-.54V22.500H8A4.5 4.5 0 0 1 3.5 18V9A4.5 4.5 0 0 1 8 4.500Z"
      />
      <path d="M9.5 11h13M9.5 16h8" />
      <path class="bubble-gap" d="M5 28 27.5 3" />
      <path d="M5 28 27.5 3" />
    </svg>
  )
}

export function Chevron() {
  return (
    <svg class="chevron" width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
      <path
        d="m4 6 4 4 4-4"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}

export function Cross() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
      <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
    </svg>
  )
}

export function Tick() {
  return (
    <svg class="tick" width="12" height="12" viewBox="0 0 12 12" fill="none" aria-hidden="true">
      <path
        d="m2 6.5 2.7 2.700L10 3.4"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
