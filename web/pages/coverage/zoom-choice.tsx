import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { ZOOMS, type Zoom } from './coverage-search.ts';

const NAMES: Record<Zoom, string> = { night: 'Night', week: 'Week', month: 'Month', year: 'Year' };

/** From near to far. */
export function ZoomChoice({ zoom, onChange }: { zoom: Zoom; onChange(zoom: Zoom): void }) {
  return (
    <ToggleButtonGroup
      className="zoom-choice"
      aria-label="Zoom"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[zoom]}
      onSelectionChange={(keys) => {
        const chosen = ZOOMS.find((name) => keys.has(name));
        if (chosen) onChange(chosen);
      }}
    >
      {ZOOMS.map((name) => (
        <ToggleButton key={name} id={name} className="zoom-choice-one">
          {NAMES[name]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
