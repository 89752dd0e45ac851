import { codeText, type Message } from '#web/findings/message-place.ts';

/** Messages by name, so that nobody agrees to what they have not seen; a long list scrolls in its frame. */
export function NamedMessages({ label, messages }: { label: string; messages: readonly Message[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <ul className="named-list" aria-label={label} tabIndex={0}>
      {messages.map(({ code, text, context }) => (
        <li key={`${context.key} ${text}`}>
          <strong>{codeText(code)}</strong>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
