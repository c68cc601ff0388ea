import { exportXlsForm } from '../codebooks/export-xlsform';
import type { HandlerMap } from '../context';
import { describeTemplate, listTemplates } from './describe-template';
import { importSamples } from './import-sample';
import { prepareTemplate } from './prepare-template';
import { templateFigures } from './template-figures';
import { instrumentGap } from './template-gaps';
import { templateStatus } from './template-status';
import { useTemplate } from './use-template';

export const templateHandlers = {
  'template.list': (context, _input, call) => listTemplates(context, call),
  'template.describe': (context, { slug }) => describeTemplate(context, slug),
  'template.use': useTemplate,
  'template.status': (context, { practiceId }, call) =>
    context.project().read(call.signal, (session) => templateStatus(context, session, practiceId)),
  'template.importSample': importSamples,
  'template.prepare': prepareTemplate,
  'template.figures': templateFigures,
  'instrument.gap': (context, input, call) =>
    context.project().read(call.signal, (session) => instrumentGap(session, input)),
  'instrument.exportXlsForm': exportXlsForm,
} satisfies HandlerMap;
