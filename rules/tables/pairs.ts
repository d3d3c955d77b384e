import type { Condition } from '../schema'

/** A release line of one package, and the range of another that goes with it. PEP 440. */
export interface Pair {
  line: string
  fits: string
}

/** True where both packages are installed and the second lies outside what goes with the first. */
export const mismatched = (one: string, other: string, pairs: Pair[]): Condition => ({
  anyOf: pairs.map(({ line, fits }) => ({
    allOf: [{ package: one, range: line }, { not: { package: other, range: fits } }],
  })),
})

const minor = (line: string): string => {
  const [major = '0', last = '0'] = line.split('.')
  return `>=${major}.${last}.0.dev0,<${major}.${Number(last) + 1}.0.dev0`
}

const TORCHVISION: Record<string, string> = {
  '1.13': '0.14',
  '2.0': '0.15',
  '2.1': '0.16',
  '2.2': '0.17',
  '2.3': '0.18',
  '2.4': '0.19',
  '2.5': '0.20',
  '2.6': '0.21',
  '2.7': '0.22',
  '2.8': '0.23',
  '2.9': '0.24',
  '2.10': '0.25',
  '2.11': '0.26',
  '2.12': '0.27',
  '2.13': '0.28',
}

/** A torch and the torchvision built against it, as release lines: `2.6` and `0.21`. */
export interface TorchPair extends Pair {
  torch: string
  torchvision: string
}

/**
 * torch and the torchvision built against it. Up to torch 2.3 from the table in torchvision's README, from 2.4 on from
 * the torch that each torchvision requires.
 */
export const torchAndTorchvision: TorchPair[] = Object.entries(TORCHVISION).map(([torch, torchvision]) => ({
  torch,
  torchvision,
  line: minor(torch),
  fits: minor(torchvision),
}))
