import { Link } from 'wouter';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import { useQueryMethod } from '../../../state/use-query-method';
import classes from './registry.module.css';

/** The two registries: the project's own records, and those that ship with the program. */
export function RegistryTabs(props: { current: 'own' | 'catalogue' | 'commissions' }) {
  const { commissionUi, registry } = useTexts();
  const { locale } = useLocale();
  const list = useQueryMethod('practice.list', {});
  const seeds = useQueryMethod('practice.seeds', {});
  const commissions = useQueryMethod('commission.list', {});
  const tabs = [
    {
      key: 'own',
      href: '/practicas',
      name: registry.own,
      count: list.data?.practices.filter(({ archivedAt }) => archivedAt === null).length,
    },
    {
      key: 'catalogue',
      href: '/practicas/catalogo',
      name: registry.catalogue.title,
      count: seeds.data?.seeds.length,
    },
    {
      key: 'commissions',
      href: '/practicas/comisiones',
      name: commissionUi.title,
      count: commissions.data?.commissions.length,
    },
  ];
  return (
    <nav className={classes.tabs} aria-label={registry.tabs}>
      {tabs.map(({ key, href, name, count }) => (
        <Link key={key} href={href} aria-current={key === props.current ? 'page' : undefined}>
          {name}
          {count !== undefined && <span className={classes.tabCount}>{formatNumber(count, 0, locale)}</span>}
        </Link>
      ))}
    </nav>
  );
}
