import type { Migration } from '../migrate';

/** The plan each wave was imported with, so that corrected rows and a second import of the file are read the same way. */
export const keepPlans = {
  name: 'wave plans',
  statements: ['create table wave_plan (wave_id varchar primary key, body varchar not null)'],
} satisfies Migration;
