import { useId } from 'preact/hooks'
import { type Choices, precisions } from '../../diagnosis/choices'
import type { PrecisionId } from '../../diagnosis/facts'
import { suggestedGpus, suggestedModels, suggestedPythons } from './suggestions'
import { useWords } from './words'

interface Props {
  choices: Choices
  onChoices: (choices: Choices) => void
  /** The model that was typed is none that the engine knows. */
  unknownModel: boolean
}

/** What a package list leaves open and a verdict may turn on. */
export function ChoicesForm({ choices, onChoices, unknownModel }: Props) {
  const words = useWords().choices
  const id = useId()
  const field = (name: 'model' | 'gpu' | 'python', suggestions: string[], example = words.unsaid) => (
    <label class="field">
      <span>{words[name]}</span>
      <input
        type="text"
        name={name}
        value={choices[name] ?? ''}
        list={`${id}-${name}`}
        placeholder={example}
        autocomplete="off"
        spellcheck={false}
        maxLength={120}
        aria-describedby={name === 'model' && unknownModel ? `${id}-unknown` : undefined}
        onInput={({ currentTarget }) =>
          // one line: it becomes a line of what is read
          onChoices({ ...choices, [name]: currentTarget.value.replace(/\s+/g, ' ').trimStart() || undefined })
        }
      />
      <datalist id={`${id}-${name}`}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </label>
  )
  return (
    <section class="choices" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.title}</h2>
      <div class="fields">
        {field('model', suggestedModels, words.modelExample)}
        <label class="field">
          <span>{words.precision}</span>
          <select
            name="precision"
            value={choices.precision ?? ''}
            onChange={({ currentTarget }) =>
              onChoices({
                ...choices,
                precision: (currentTarget.value || undefined) as PrecisionId | undefined,
              })
            }
          >
            <option value="">{words.unsaid}</option>
            {precisions.map((precision) => (
              <option key={precision} value={precision}>
                {words.precisions[precision]}
              </option>
            ))}
          </select>
        </label>
        {field('gpu', suggestedGpus)}
        {field('python', suggestedPythons)}
      </div>
      {unknownModel && (
        <p class="quiet" id={`${id}-unknown`}>
          {words.unknownModel}
        </p>
      )}
    </section>
  )
}
