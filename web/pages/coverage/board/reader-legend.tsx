import { ToggleButton } from 'react-aria-components';
import { ReaderName } from '#web/components/reader-name.tsx';
import type { BoardReader } from './board-chunk.ts';
import './reader-legend.css';

interface Props {
  readers: readonly BoardReader[];
  /** Id of the one who stands out. */
  chosen: string | undefined;
  onChoose(id: string | undefined): void;
}

/** Who is who on the board; pressed, a reader's blocks stand out. */
export function ReaderLegend({ readers, chosen, onChoose }: Props) {
  const isAway = chosen !== undefined && !readers.some(({ id }) => id === chosen);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
    <section className="board-legend no-print" aria-label="Readers" tabIndex={0}>
      <ul>
        <li className="board-legend-hole">
          <span className="board-hole board-legend-sample" aria-hidden="true">
            !
          </span>
          No reader
        </li>
        {isAway ? (
          <li>
            <LegendButton isSelected onChange={() => onChoose(undefined)}>
              A reader who is not in view
            </LegendButton>
          </li>
        ) : null}
        {readers.map(({ id, name }) => (
          <li key={id}>
            <LegendButton
              isSelected={id === chosen}
              onChange={(isChosen) => onChoose(isChosen ? id : undefined)}
            >
              <ReaderName name={name} />
            </LegendButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LegendButton(props: {
  isSelected: boolean;
  onChange(isSelected: boolean): void;
  children: React.ReactNode;
}) {
  return <ToggleButton {...props} className="board-legend-reader" />;
}
