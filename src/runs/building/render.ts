import { type Checked, checked, failed } from '../../diagnostics/checked.ts';
import { distinct } from '../../diagnostics/diagnostic.ts';
import type { LocatedDiagnostic } from '../../diagnostics/located.ts';
import { formats } from '../../formats/registry.ts';
import { namesIn } from '../../pipeline.ts';
import { planArtifacts, type Request, touches } from '../../plan/plan.ts';
import { checkRequest } from '../../plan/request.ts';
import { openSources, type Sources } from '../opening/open.ts';
import { makeArtifact } from './make.ts';

/** One document: of which product, in the edition that its matrix is in, in which language, and how. */
export type ArtifactRequest = {
  /** Id of the product: the name of its folder. */
  readonly product: string;
  readonly language: string;
  /** `pdf` where it is left out, the annex; `xlsx` is the workbook. */
  readonly format?: string | undefined;
  /** The product's own where it is left out. */
  readonly brand?: string | undefined;
};

/** A document in memory. */
export type Artifact = {
  /** Where a build would publish it in the output folder, with forward slashes; its end makes a good file name. */
  readonly path: string;
  /** For the `Content-Type` of an answer. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/**
 * Makes one document and writes nothing: the same bytes that a build would publish.
 *
 * The diagnostics are those that touch this document, accepted ones included. Where an error is among them there is no
 * value. Throws UnknownName where the request names what is not there, WorkspaceFault where files cannot be read.
 */
export async function renderArtifact(
  sources: Sources,
  wanted: ArtifactRequest,
): Promise<Checked<Artifact, LocatedDiagnostic>> {
  const request = requestOf(wanted);
  const opened = openSources(sources, request);
  const { catalogue } = opened;
  if (catalogue === undefined) return failed(...opened.locate(opened.diagnostics));
  const { product, language } = wanted;
  const found = catalogue.products.find(({ id }) => id === product);
  const known = found?.languages ?? catalogue.languages;
  checkRequest(request, { ...namesIn(opened, catalogue), languages: known });
  const touching = opened.diagnostics.filter((finding) =>
    touches(finding, { product, language, brand: wanted.brand ?? found?.brand ?? '' }),
  );
  const { make } = planArtifacts(catalogue, touching, request, formats);
  const artifact = make.find(({ frozen }) => !frozen);
  if (artifact === undefined) return failed(...opened.locate(touching));
  const made = await makeArtifact(opened, catalogue, artifact);
  const diagnostics = opened.locate(distinct([...touching, ...made.diagnostics]));
  if (made.value === undefined) return failed(...diagnostics);
  const { mediaType } = await formats.find(({ id }) => id === artifact.format)!.load();
  return checked({ path: artifact.path, mediaType, bytes: made.value.bytes }, diagnostics);
}

function requestOf({ product, language, format = 'pdf', brand }: ArtifactRequest): Request {
  return {
    products: [product],
    languages: [language],
    formats: [format],
    brands: brand === undefined ? [] : [brand],
  };
}
