import { type ReactNode, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { SEVERITY_NAMES, SeverityMark } from '#web/findings/severity-mark.tsx';
import type { SheetMarks } from './sheet-marks.ts';

interface Props {
  sheets: readonly { name: string; hidden: boolean }[];
  marks: ReadonlyMap<string, SheetMarks>;
  shown: string;
  onShow(name: string): void;
  /** The sheet that is shown. */
  children: ReactNode;
}

/** The sheets of a workbook, each with how much is wrong on it. */
export function SheetTabs({ sheets, marks, shown, onShow, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab of another sheet is brought into sight, sideways only
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[data-selected]');
    if (!list.current || !tab) return;
    const { scrollLeft, clientWidth } = list.current;
    const end = tab.offsetLeft + tab.offsetWidth;
    if (tab.offsetLeft < scrollLeft) list.current.scrollLeft = tab.offsetLeft;
    else if (end > scrollLeft + clientWidth) list.current.scrollLeft = end - clientWidth;
  }, [shown]);
  return (
    <Tabs
      className="sheet-tabs"
      selectedKey={shown}
      onSelectionChange={(key) => key !== shown && onShow(String(key))}
    >
      <TabList ref={list} aria-label="Sheets" className="sheet-tab-list">
        {sheets.map(({ name, hidden }) => (
          <Tab key={name} id={name} className="sheet-tab">
            {name}
            {hidden ? <span className="weak small">hidden</span> : null}
            <Counts marks={marks.get(name)} />
          </Tab>
        ))}
      </TabList>
      <TabPanel id={shown} className="sheet-tab-panel">
        {children}
      </TabPanel>
    </Tabs>
  );
}

function Counts({ marks }: { marks: SheetMarks | undefined }) {
  if (!marks) return null;
  return (['ERROR', 'WARNING'] as const).map((severity) =>
    marks.counts[severity] > 0 ? (
      <span key={severity} className="severity-count small">
        <SeverityMark severity={severity} />
        {marks.counts[severity]}
        <span className="unseen">
          {' '}
          {SEVERITY_NAMES[severity]}
          {marks.counts[severity] === 1 ? '' : 's'}
        </span>
      </span>
    ) : null,
  );
}
