import {
  Building2,
  CalendarDays,
  CalendarRange,
  ClipboardList,
  FileUp,
  GitCompareArrows,
  History,
  KeyRound,
  ListChecks,
  Moon,
  Rss,
  Settings,
  Stethoscope,
  UserRound,
  Users,
} from 'lucide-react';
import type { Permission } from '#src/domain/permission.ts';

export interface Destination {
  to: string;
  label: string;
  picture: typeof Moon;
  needs: Permission;
}

export interface DestinationGroup {
  title: string;
  destinations: readonly Destination[];
}

/** Everywhere one can go, in the order of the day; what a role may not see is not shown to it. */
export const DESTINATIONS: readonly DestinationGroup[] = [
  {
    title: 'Now',
    destinations: [
      { to: '/', label: 'Tonight', picture: Moon, needs: 'ask' },
      { to: '/mine', label: 'My duties', picture: UserRound, needs: 'own' },
    ],
  },
  {
    title: 'Schedule',
    destinations: [
      { to: '/coverage', label: 'Coverage', picture: CalendarRange, needs: 'read' },
      { to: '/roster', label: 'Roster', picture: CalendarDays, needs: 'read' },
      { to: '/versions', label: 'Versions', picture: History, needs: 'read' },
      { to: '/import', label: 'Import', picture: FileUp, needs: 'schedule' },
      { to: '/drift', label: 'Roster drift', picture: GitCompareArrows, needs: 'read' },
    ],
  },
  {
    title: 'Registers',
    destinations: [
      { to: '/people', label: 'People', picture: Stethoscope, needs: 'read' },
      { to: '/hospitals', label: 'Hospitals', picture: Building2, needs: 'read' },
      { to: '/feeds', label: 'Feeds and walls', picture: Rss, needs: 'read' },
      { to: '/settings', label: 'Settings', picture: Settings, needs: 'read' },
    ],
  },
  {
    title: 'Operation',
    destinations: [
      { to: '/jobs', label: 'Jobs', picture: ListChecks, needs: 'read' },
      { to: '/users', label: 'Users', picture: Users, needs: 'administer' },
      { to: '/tokens', label: 'Tokens', picture: KeyRound, needs: 'own' },
      { to: '/audit', label: 'Audit', picture: ClipboardList, needs: 'administer' },
    ],
  },
];
