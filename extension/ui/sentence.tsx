import type { TextPart } from '@certbridge/shared/text/fill-text.ts';

/** A sentence whose values (dates, amounts, a phone number) stand out and are never broken over two lines. */
export function Sentence({ parts }: { readonly parts: readonly TextPart[] }) {
  return (
    <>
      {parts.map((part) =>
        part.isValue ? (
          <b class="whole" key={part.text}>
            {part.text}
          </b>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
