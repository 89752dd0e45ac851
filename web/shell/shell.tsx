import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Menu as MenuPicture } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api } from '#web/client/api.ts';
import { useSession } from '#web/client/session.ts';
import { Button, IconButton } from '#web/components/button.tsx';
import { EmailText } from '#web/components/email-text.tsx';
import { Choice } from '#web/components/field.tsx';
import { useDepartment } from './department.ts';
import { DESTINATIONS, type Destination } from './navigation.ts';
import { readTheme, setTheme, THEMES, type Theme } from './theme.ts';
import './shell.css';

const THEME_NAMES: Record<Theme, string> = { system: 'As the device', light: 'Light', dark: 'Dark' };

/** What stands around every page: where one can go, for which department, and as whom. */
export function Shell() {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { permissions } = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const groups = DESTINATIONS.map((group) => ({
    ...group,
    destinations: group.destinations.filter(({ needs }) => permissions.includes(needs)),
  })).filter(({ destinations }) => destinations.length > 0);
  const quick = groups.flatMap(({ destinations }) => destinations).filter(({ to }) => QUICK.includes(to));
  const close = () => setMenuOpen(false);
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <div className="shell-bar no-print">
        <Link to="/" className="shell-brand">
          <img src={ICON} width={24} height={24} alt="" />
          schedcu
        </Link>
        <IconButton
          label={isMenuOpen ? 'Close the menu' : 'Open the menu'}
          aria-expanded={isMenuOpen}
          onPress={() => setMenuOpen(!isMenuOpen)}
        >
          <MenuPicture size={20} aria-hidden="true" />
        </IconButton>
      </div>
      <div className="shell-side no-print" data-open={isMenuOpen || undefined}>
        <Link to="/" className="shell-brand shell-brand-side">
          <img src={ICON} width={26} height={26} alt="" />
          schedcu
        </Link>
        <DepartmentChoice />
        <nav aria-label="Pages">
          {groups.map(({ title, destinations }) => (
            <div key={title} className="shell-group">
              <h2 className="shell-group-title">{title}</h2>
              <ul>
                {destinations.map((destination) => (
                  <li key={destination.to}>
                    <DestinationLink destination={destination} path={path} onGo={close} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <Account />
      </div>
      <main id="content" className="shell-content" tabIndex={-1}>
        <div className="page">
          <Outlet />
        </div>
      </main>
      <nav className="shell-quick no-print" aria-label="Quick">
        {quick.map((destination) => (
          <DestinationLink key={destination.to} destination={destination} path={path} onGo={close} />
        ))}
      </nav>
    </div>
  );
}

const ICON = new URL('../icon.svg', import.meta.url).href;
/** Within reach of the thumb. */
const QUICK = ['/', '/mine', '/coverage', '/roster', '/versions'];

function DestinationLink({
  destination,
  path,
  onGo,
}: {
  destination: Destination;
  path: string;
  onGo(): void;
}) {
  const { to, label, picture: Picture } = destination;
  const isHere = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
  return (
    <Link to={to} className="shell-link" aria-current={isHere ? 'page' : undefined} onClick={onGo}>
      <Picture size={18} aria-hidden="true" />
      <span>{label}</span>
    </Link>
  );
}

function DepartmentChoice() {
  const { departments } = useSession();
  const department = useDepartment();
  const navigate = useNavigate();
  if (!department) return null;
  if (departments.length === 1)
    return (
      <p className="shell-department">
        <span className="weak small">Department</span>
        <strong>{department.code}</strong>
      </p>
    );
  return (
    <Choice
      label="Department"
      value={department.code}
      onChange={(code) => void navigate({ to: '.', search: { department: code } })}
      options={departments.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
    />
  );
}

function Account() {
  const { name, user } = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [theme, chooseTheme] = useState(readTheme);
  const signOut = async (everywhere: boolean) => {
    await answerOf(api.DELETE('/api/session', { params: { query: { everywhere } } }));
    queryClient.clear();
    await navigate({ to: '/sign-in', search: {} });
  };
  return (
    <div className="shell-account">
      <Choice
        label="Appearance"
        value={theme}
        onChange={(chosen) => {
          chooseTheme(chosen);
          setTheme(chosen);
        }}
        options={THEMES.map((value) => ({ value, label: THEME_NAMES[value] }))}
      />
      <p className="shell-name">
        <strong>
          <EmailText email={name} />
        </strong>
        <span className="weak small">{user.role.toLowerCase()}</span>
      </p>
      <div className="row">
        <Button small onPress={() => void signOut(false)}>
          Sign out
        </Button>
        <Button small look="quiet" onPress={() => void signOut(true)}>
          Everywhere
        </Button>
      </div>
    </div>
  );
}
