// "Tiếng Việt / English": each language is offered in its own words, so that nobody has to read the other.
import { Group, UnstyledButton } from '@mantine/core'
import { LANGUAGE_CODES, LANGUAGE_NAMES, language, speak } from '../vocabulary/language.ts'
import * as words from '../vocabulary/words.ts'

/** A small row of the languages; the one in use is marked and does nothing. */
export function LanguageSwitch() {
  return (
    <Group gap={4} justify="center" role="group" aria-label={words.common.language}>
      {LANGUAGE_CODES.map((value) => (
        <UnstyledButton
          key={value}
          lang={value}
          aria-pressed={value === language}
          className="language"
          onClick={() => value !== language && speak(value)}
        >
          {LANGUAGE_NAMES[value]}
        </UnstyledButton>
      ))}
    </Group>
  )
}
