/** Text that was put together from text nodes, and the way back to them. Offsets are UTF-16 units. */
export class Places {
  // run i: text[starts[i], ends[i]) is nodes[i].data from froms[i] on
  #starts: number[] = []
  #ends: number[] = []
  #nodes: Text[] = []
  #froms: number[] = []

  /** Notes that `length` characters from `start` on are those of `node` from `from` on. In the order of the text. */
  add(node: Text, from: number, start: number, length: number): void {
    const last = this.#nodes.length - 1
    const gap = start - (this.#ends[last] ?? 0)
    const isNext =
      this.#nodes[last] === node && from - (this.#froms[last] ?? 0) === start - (this.#starts[last] ?? 0)
    // words with one blank between them in the text as in the node are one run
    if (isNext && gap <= 1) this.#ends[last] = start + length
    else {
      this.#starts.push(start)
      this.#ends.push(start + length)
      this.#nodes.push(node)
      this.#froms.push(from)
    }
  }

  /** The index of the last run that starts before `offset`; -1 where none does. */
  #runBefore(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** The part of the page that shows `text.slice(start, end)`; null once the page has changed there. */
  rangeOf(start: number, end: number): Range | null {
    let first = Math.max(this.#runBefore(start + 1), 0)
    if (this.#ends[first]! <= start && first + 1 < this.#nodes.length) first++
    const last = Math.max(this.#runBefore(end), first)
    const from = this.#nodes[first]
    const to = this.#nodes[last]
    if (!from?.isConnected || !to?.isConnected) return null
    const offsetIn = (run: number, offset: number) => {
      const [runStart, runEnd] = [this.#starts[run]!, this.#ends[run]!]
      return this.#froms[run]! + Math.min(Math.max(offset, runStart), runEnd) - runStart
    }
    try {
      const range = from.ownerDocument.createRange()
      range.setStart(from, offsetIn(first, start))
      range.setEnd(to, offsetIn(last, end))
      return range
    } catch {
      // a text node that has been shortened since
      return null
    }
  }
}
