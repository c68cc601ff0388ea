import { z } from 'zod';
import { HistoryStep } from '../domain/history';
import { FileId } from '../domain/ids';
import { ProjectInfo, ProjectSettings, RecentProject } from '../domain/project';
import { OutputFile } from '../domain/report';
import { Done, defineMethods, Nothing } from './define';

/** The application, its projects and undo. */
export const projectMethods = defineMethods({
  'system.info': {
    kind: 'query',
    summary: 'Version, host and limits of this application',
    input: Nothing,
    output: z.strictObject({
      name: z.string(),
      version: z.string(),
      host: z.enum(['memory', 'loopback', 'cli', 'desktop']),
      databaseVersion: z.string(),
      hasDialogs: z.boolean(),
    }),
  },
  'project.current': {
    kind: 'query',
    summary: 'The open project, or null',
    input: Nothing,
    output: z.strictObject({ project: ProjectInfo.nullable() }),
  },
  'project.recent': {
    kind: 'query',
    summary: 'Projects opened before, newest first',
    input: Nothing,
    output: z.strictObject({ recent: z.array(RecentProject) }),
  },
  'project.create': {
    kind: 'command',
    summary: 'Create an empty project and open it; a granted file says where, otherwise the projects folder',
    input: z.strictObject({ name: z.string().min(1).max(120), fileId: FileId.nullable() }),
    output: ProjectInfo,
  },
  'project.open': {
    kind: 'command',
    summary: 'Open a recent project by its reference',
    input: z.strictObject({ reference: z.string() }),
    output: ProjectInfo,
  },
  'project.openFile': {
    kind: 'command',
    summary: 'Open a project from a granted file',
    input: z.strictObject({ fileId: FileId }),
    output: ProjectInfo,
  },
  'project.openDemonstration': {
    kind: 'command',
    summary: 'Open the demonstration project, importing its synthetic data first if it does not exist',
    input: z.strictObject({ fresh: z.boolean() }),
    output: ProjectInfo,
  },
  'project.saveAs': {
    kind: 'command',
    summary: 'Write a copy of the project and go on working in it',
    input: z.strictObject({ name: z.string().min(1).max(120), fileId: FileId.nullable() }),
    output: ProjectInfo,
  },
  'project.exportFile': {
    kind: 'command',
    summary: 'Write a copy of the project to hand to somebody; identities are not in it',
    input: Nothing,
    output: OutputFile,
  },
  'project.rename': {
    kind: 'command',
    summary: 'Change the name of the project',
    input: z.strictObject({ name: z.string().min(1).max(120) }),
    output: ProjectInfo,
  },
  'project.configure': {
    kind: 'command',
    summary: 'Change the declared design and the privacy thresholds; lowering a threshold needs a reason',
    input: z.strictObject({ settings: ProjectSettings, reason: z.string().nullable() }),
    output: ProjectInfo,
  },
  'project.close': { kind: 'command', summary: 'Close the open project', input: Nothing, output: Done },
  'history.state': {
    kind: 'query',
    summary: 'What undo and redo would do now',
    input: Nothing,
    output: z.strictObject({ undo: HistoryStep.nullable(), redo: HistoryStep.nullable() }),
  },
  'history.undo': {
    kind: 'command',
    summary: 'Undo the last change of a definition, or the last ones together',
    /** What a template made is taken back as one with the number of its steps. */
    input: z.strictObject({ steps: z.int().min(1).max(1000).default(1) }),
    output: z.strictObject({ undone: HistoryStep }),
  },
  'history.redo': {
    kind: 'command',
    summary: 'Redo the change that was undone last',
    input: Nothing,
    output: z.strictObject({ redone: HistoryStep }),
  },
});
