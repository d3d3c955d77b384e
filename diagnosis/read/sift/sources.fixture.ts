import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const READERS = join(import.meta.dirname, '..')

function nodesOf(isOfInterest: (name: string) => boolean): ts.Node[] {
  return readdirSync(READERS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && isOfInterest(name))
    .sort()
    .flatMap((name) => {
      const found: ts.Node[] = []
      const visit = (node: ts.Node): void => {
        found.push(node)
        ts.forEachChild(node, visit)
      }
      visit(ts.createSourceFile(name, readFileSync(join(READERS, name), 'utf8'), ts.ScriptTarget.Latest))
      return found
    })
}

/** Every regular expression that stands in a reader, without a state of its own. */
export const patternsOfReaders = (): RegExp[] =>
  nodesOf((name) => !name.endsWith('.test.ts')).flatMap((node) => {
    if (!ts.isRegularExpressionLiteral(node)) return []
    const end = node.text.lastIndexOf('/')
    return [new RegExp(node.text.slice(1, end), node.text.slice(end + 1).replace(/[gy]/g, ''))]
  })

/** Every text that a reader's test is about: what people write, and what is told apart from it. */
export const textsOfTests = (): string[] => [
  ...new Set(
    nodesOf((name) => name.endsWith('.test.ts')).flatMap((node) =>
      ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) ? [node.text] : [],
    ),
  ),
]
