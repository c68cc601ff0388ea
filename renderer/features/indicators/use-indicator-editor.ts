import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { VariableId } from '../../../shared/domain/ids';
import type { Indicator, IndicatorDraft } from '../../../shared/domain/indicator';
import { useLocale, useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { useSharedDraft } from '../../state/use-shared-draft';
import { useVariables } from '../../state/use-variables';
import { draftFields, draftOf, emptyForm, formOf, type IndicatorForm } from './indicator-form';
import { suggestName } from './suggest-indicators';

export type IndicatorEditor = {
  form: IndicatorForm;
  change: (change: Partial<IndicatorForm>) => void;
  /** Turns a question of an index around, or back. */
  turnItem: (variableId: VariableId) => void;
  draft: IndicatorDraft | null;
  suggestedName: string;
  isDirty: boolean;
  isSaving: boolean;
  save: () => void;
  duplicate: () => void;
  remove: () => void;
  /** Forgets what was written since the indicator was saved. */
  discard: () => void;
};

/** What is being written about one indicator, kept while other screens are looked at, and what can be done with it. `start` fills a new one. */
export function useIndicatorEditor(
  indicator: Indicator | null,
  start: IndicatorDraft | null,
): IndicatorEditor {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  const { byId } = useVariables();
  const [, navigate] = useLocation();
  const say = useDoneToast();
  const { announceDeletion } = useHistory();
  const saving = useCommand('indicator.save');
  const removing = useCommand('indicator.remove');
  const [kept, keep] = useSharedDraft<IndicatorForm | null>(
    `indicator ${indicator?.id ?? start?.name ?? 'new'}`,
    null,
  );
  const [form, setForm] = useState<IndicatorForm>(() => kept ?? initialForm(indicator, start));
  const [isDirty, setDirty] = useState(indicator === null || kept !== null);
  const unnamed = useMemo(() => draftOf(form, '—'), [form]);
  const suggestedName = unnamed ? suggestName(unnamed.measure, (id) => byId.get(id), locale) : '';
  const draft = useMemo(() => draftOf(form, suggestedName || '—'), [form, suggestedName]);

  async function save(): Promise<void> {
    if (draft === null) return;
    keep(() => null);
    const saved = await saving.run({ indicatorId: indicator?.id ?? null, indicator: draft });
    if (!saved) return keep(() => form);
    setDirty(false);
    say(indicators.saved(saved.name));
    if (indicator) setForm((now) => ({ ...now, name: saved.name }));
    else navigate(`/indicadores/${saved.id}`, { replace: true });
  }
  async function duplicate(): Promise<void> {
    if (draft === null) return;
    const copy = { ...draft, name: indicators.copyOf(draft.name).slice(0, 200) };
    const saved = await saving.run({ indicatorId: null, indicator: copy });
    if (saved) navigate(`/indicadores/${saved.id}`);
  }
  async function remove(): Promise<void> {
    if (!indicator) return;
    keep(() => null);
    const done = await removing.run({ indicatorId: indicator.id });
    if (!done) return;
    navigate('/indicadores');
    announceDeletion(indicators.deleted(indicator.name));
  }
  function change(part: Partial<IndicatorForm>): void {
    setDirty(true);
    setForm((now) => ({ ...now, ...part }));
    keep((now) => ({ ...(now ?? form), ...part }));
  }
  return {
    form,
    draft,
    suggestedName,
    isDirty,
    isSaving: saving.isRunning,
    change,
    turnItem(variableId) {
      const items = form.measure.items.map((item) =>
        item.variableId === variableId ? { ...item, isReversed: !item.isReversed } : item,
      );
      change({ measure: { ...form.measure, items } });
    },
    discard() {
      keep(() => null);
      setForm(initialForm(indicator, start));
      setDirty(indicator === null);
    },
    save: () => void save(),
    duplicate: () => void duplicate(),
    remove: () => void remove(),
  };
}

function initialForm(indicator: Indicator | null, start: IndicatorDraft | null): IndicatorForm {
  if (indicator) return formOf(draftFields(indicator));
  return start ? formOf(start) : emptyForm();
}
