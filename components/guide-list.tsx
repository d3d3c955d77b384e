import type { Explanation } from '../diagnosis/explanation'
import { CopyableCode } from './copyable-code'
import { Disclosure } from './disclosure'
import { plainText, Prose } from './markdown'

/** Further things worth knowing, each under its own line: a check before training, a dead adapter. */
export function GuideList({ guides }: Pick<Explanation, 'guides'>) {
  return (
    <>
      {guides.map(({ id, title, text, code }) => (
        <Disclosure key={id} name={id} title={title}>
          <Prose text={text} />
          {code && <CopyableCode code={code} what={plainText(title)} />}
        </Disclosure>
      ))}
    </>
  )
}
