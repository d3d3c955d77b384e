import type { Language } from '../../diagnosis/explanation'
import type { PackageList, StackPackage } from '../../diagnosis/paste/packages'
import { useWords } from './words'

interface Props {
  packages: PackageList
  language: Language
  /** Where the box has the line; undefined elsewhere. */
  onShow: (found: StackPackage) => (() => void) | undefined
}

const SIGNS = { affected: '▲', fine: '✓', unknown: '·' } as const

/** Every package of the stack that was found, with what is known of its version. */
export function PackageTable({ packages: { stack, others }, language, onShow }: Props) {
  const words = useWords().packages
  if (stack.length === 0 && others === 0) return null
  return (
    <section class="sheet-like packages">
      <h2>{words.title}</h2>
      {stack.length > 0 && (
        <ul>
          {stack.map((found) => {
            const { name, version, isRange, standing, hazards } = found
            const show = onShow(found)
            const named = hazards[language].join(', ')
            const content = (
              <>
                <span class="package-name">{name}</span>
                <span class="package-version">{version}</span>
                <span class="package-standing">
                  <span aria-hidden="true">{SIGNS[standing]}</span> {isRange ? words.range : words[standing]}
                  {named && <span class="package-hazard"> {named}</span>}
                </span>
              </>
            )
            return (
              <li key={`${name} ${version}`} data-standing={standing}>
                {show ? (
                  <button type="button" class="package" title={words.show(name)} onClick={show}>
                    {content}
                  </button>
                ) : (
                  <div class="package">{content}</div>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {others > 0 && (
        <p class="quiet">{stack.length > 0 ? words.others(others) : words.onlyOthers(others)}</p>
      )}
    </section>
  )
}
