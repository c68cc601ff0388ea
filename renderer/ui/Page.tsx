import { Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import classes from './Page.module.css';

export type PageProps = {
  title: ReactNode;
  /** The window's name; needed where the title is not plain text. */
  documentTitle?: string;
  /** One sentence that says what the page is for. */
  purpose?: ReactNode;
  /** The main action, last in reading order, and at most two quiet ones before it. */
  actions?: ReactNode;
  /** Badges beside the title. */
  marks?: ReactNode;
  /** The page one level up. */
  back?: { href: string; label: string };
  /** `text` for reading, `wide` for tables and charts, `full` for a table that wants the whole window. */
  width?: 'text' | 'wide' | 'full';
  children: ReactNode;
};

let isFirstPage = true;

/** The scaffold of every screen: title, purpose, main action. Takes the focus when the person arrives. */
export function Page(props: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = props.documentTitle ?? (typeof props.title === 'string' ? props.title : null);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
    window.scrollTo({ top: 0 });
  }, []);
  useEffect(() => {
    document.title = name === null ? 'Línea Base' : `${name} · Línea Base`;
  }, [name]);
  return (
    <div className={`${classes.page} ${classes[props.width ?? 'wide']}`}>
      {props.back && (
        <Link href={props.back.href} className={classes.back}>
          <IconChevronLeft size={16} aria-hidden />
          {props.back.label}
        </Link>
      )}
      <header className={classes.heading}>
        <div className={classes.words}>
          <div className={classes.titleLine}>
            <Title order={1} ref={heading} tabIndex={-1}>
              {props.title}
            </Title>
            {props.marks}
          </div>
          {props.purpose && <p className={classes.purpose}>{props.purpose}</p>}
        </div>
        {props.actions && <div className={classes.actions}>{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}
