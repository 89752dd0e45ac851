import { type MouseEvent, memo } from 'react';
import { HoleMark } from '#web/components/hole-mark.tsx';
import { causeText } from '#web/words/causes.ts';
import { clockFrom, dayYearText } from '#web/words/moments.ts';
import { CopyLink } from './copy-link.tsx';
import { type GapStudy, gapAddress } from './gap-address.ts';
import type { GapGroup } from './group-gaps.ts';

interface Props {
  department: string;
  version: string;
  groups: readonly GapGroup[];
  /** Names every study at once, as on paper. */
  isWhole: boolean;
  onOpen(group: GapGroup, study: GapStudy): void;
}

/** The gaps of one cause in each row; a study leads the board to it and opens the cause. */
export const GapRows = memo(function GapRows({ groups, onOpen, ...row }: Props) {
  // One listener for thousands of links: a plain click stays on the page, any other is the browser's.
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const group = groups.find(({ key }) => key === link.dataset['group']);
    const { hospital, study } = link.dataset;
    if (!group || !hospital || !study) return;
    event.preventDefault();
    onOpen(group, { hospital, study });
  };
  return (
    <ol className="gap-rows panel" {...{ onClick }}>
      {groups.map((group) => (
        <GapRow key={group.key} {...row} group={group} />
      ))}
    </ol>
  );
});

type RowProps = Pick<Props, 'department' | 'version' | 'isWhole'> & { group: GapGroup };

const GapRow = memo(function GapRow({ group, isWhole, ...address }: RowProps) {
  const { scheduleDate, from, to, cause, position, person, hospitals } = group;
  const [first] = hospitals;
  const study = { hospital: first?.hospital ?? '', study: first?.studies[0]?.study ?? '' };
  const hours = `${clockFrom(from, scheduleDate)} to ${clockFrom(to, scheduleDate)}`;
  return (
    <li className="gap-row">
      <p className="gap-when">
        <GapLink {...{ ...address, group, ...study }}>
          <strong>{dayYearText(scheduleDate)}</strong>
        </GapLink>{' '}
        <span className="nowrap">{hours}</span>
      </p>
      <HoleMark text={causeText(cause, { position, person })} />
      <ul className="gap-studies">
        {hospitals.map(({ hospital, studies }) => (
          <li key={hospital}>
            <strong>{hospital}</strong> <Studies {...{ ...address, group, hospital, studies, isWhole }} />
          </li>
        ))}
      </ul>
      <CopyLink address={gapAddress(address.department, address.version, group, study)} />
    </li>
  );
});

interface StudiesProps extends RowProps {
  hospital: string;
  studies: GapGroup['hospitals'][number]['studies'];
}

/** Studies of one hospital that are named at once. */
const FEW = 8;

function Studies({ studies, isWhole, ...link }: StudiesProps) {
  const isLong = !isWhole && studies.length > FEW;
  return (
    <>
      <Links {...link} studies={isLong ? studies.slice(0, FEW) : studies} />
      {isLong ? (
        <details className="gap-more">
          <summary>and {studies.length - FEW} more</summary>
          <Links {...link} studies={studies.slice(FEW)} />
        </details>
      ) : null}
    </>
  );
}

const Links = ({ studies, ...link }: Omit<StudiesProps, 'isWhole'>) =>
  studies.map(({ study, name }, index) => (
    <span key={study}>
      {index > 0 ? ', ' : ''}
      <GapLink {...link} study={study}>
        {name}
      </GapLink>
    </span>
  ));

interface LinkProps extends GapStudy, Pick<Props, 'department' | 'version'> {
  group: GapGroup;
  children: React.ReactNode;
}

const GapLink = ({ department, version, group, hospital, study, children }: LinkProps) => (
  <a
    href={gapAddress(department, version, group, { hospital, study })}
    data-group={group.key}
    data-hospital={hospital}
    data-study={study}
  >
    {children}
  </a>
);
