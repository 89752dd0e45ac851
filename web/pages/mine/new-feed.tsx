import { SecretOnce } from '#web/components/secret-once.tsx';

/** The address of a feed that was just made, and what to do with it. */
export function NewFeed({ url }: { url: string }) {
  return (
    <div className="stack">
      <SecretOnce label="Secret address of your feed" secret={url}>
        Whoever has it sees your duties, without a sign-in, until you revoke it.
      </SecretOnce>
      <div>
        <a className="button" href={url.replace(/^https?:/, 'webcal:')}>
          Open in the calendar of this device
        </a>
      </div>
      <dl className="mine-how">
        <dt>iPhone, iPad, Mac</dt>
        <dd>Press the button above, or in Calendar: add a subscription calendar, and paste the address.</dd>
        <dt>Google Calendar</dt>
        <dd>
          On a computer, Other calendars, +, From URL: paste the address. It then shows on your phone too.
        </dd>
        <dt>Outlook</dt>
        <dd>Add calendar, Subscribe from web: paste the address.</dd>
      </dl>
    </div>
  );
}
