import type { Migration } from '../migrate';

/** Definitions are JSON documents checked by zod when read; the rows of each wave live in a table of their own. */
export const createMeta = {
  name: 'initial',
  statements: [
    'create table meta (key varchar primary key, value varchar not null)',
    'create sequence definition_order',
    `create table definition (
      entity varchar not null,
      id varchar not null,
      position bigint not null default nextval('definition_order'),
      body varchar not null,
      primary key (entity, id)
    )`,
    'create sequence history_order',
    `create table history (
      step bigint not null default nextval('history_order'),
      entity varchar not null,
      id varchar not null,
      action varchar not null,
      name varchar not null,
      position bigint,
      before varchar,
      after varchar,
      is_undone boolean not null default false,
      happened_at varchar not null
    )`,
    'create table audit (happened_at varchar not null, action varchar not null, reason varchar not null, details varchar not null)',
    'create table wave (id varchar primary key, body varchar not null, receipt varchar not null)',
    'create table rendering (report_id varchar primary key, body varchar not null)',
  ],
} satisfies Migration;
