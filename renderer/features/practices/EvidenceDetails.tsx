import type { ClaimEvidence } from '../../../shared/contract';
import { measurementMethod } from '../../../shared/text/measurements';
import { methodName } from '../../../shared/text/statistics';
import { useLocale, useTexts } from '../../state/preferences';
import { type Fact, FactList } from '../../ui/FactList';
import { Fingerprint } from '../../ui/Fingerprint';
import classes from './evidence.module.css';

/** For whoever checks: the method, the data and the files behind a figure, with their fingerprints. */
export function EvidenceDetails(props: { evidence: ClaimEvidence }) {
  const texts = useTexts();
  const { locale } = useLocale();
  const words = texts.evidence.facts;
  const { link, method, waves, reportFiles, result, figure, indicatorName } = props.evidence;
  if (!link) return null;
  const sha256 = result?.resultSha256 ?? figure?.resultSha256 ?? null;
  const facts: Fact[] = [];
  if (indicatorName) {
    const term = link.kind === 'measurement' ? words.measurement : words.indicator;
    facts.push({ name: 'indicator', term, value: indicatorName });
  }
  if (method) {
    const value = figure ? measurementMethod(method, locale) : methodName(method, locale);
    facts.push({ name: 'method', term: words.method, value });
  }
  for (const { id, name, dataSha256 } of waves) {
    facts.push({ name: id, term: words.waves, value: <Hashed name={name} sha256={dataSha256} /> });
  }
  for (const file of reportFiles) {
    const value = <Hashed name={file.name} sha256={file.sha256} />;
    facts.push({ name: file.name, term: words.files, value });
  }
  if (reportFiles.length === 0) facts.push({ name: 'files', term: words.files, value: words.noFiles });
  if (sha256) facts.push({ name: 'result', term: words.fingerprint, value: <Fingerprint sha256={sha256} /> });
  return (
    <details className={classes.details}>
      <summary>{words.showDetails}</summary>
      <FactList facts={facts} />
    </details>
  );
}

function Hashed(props: { name: string; sha256: string }) {
  return (
    <>
      {props.name} <Fingerprint sha256={props.sha256} />
    </>
  );
}
