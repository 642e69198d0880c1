/**
 * Annexpress as a library: build a workspace, check it, list it, release it, show what its templates make, make one document
 * in memory, read its data out of it again, make packs for contracts, show documents in a browser while they are worked on, hold what was published against the workspace, put it where readers find it and serve it, and bring in what others published. What is exported here follows semantic versioning; everything else is internal and may change.
 *
 * A fault in what a user wrote comes back as a diagnostic. What is thrown is UnknownName for a name that the workspace
 * does not have, NameRefused for one that nothing can have, WorkspaceFault and OutputFault for files that cannot be used, PreviewFault and ListenFault for a folder that cannot be watched and a port that cannot be listened to; anything else is a bug.
 *
 * @packageDocumentation
 */

export type { Checked } from './diagnostics/checked.ts';
export type { Scope, Severity } from './diagnostics/diagnostic.ts';
export { type LocatedDiagnostic, printPlace } from './diagnostics/located.ts';
export type { FilePlace, TextPlace } from './diagnostics/place.ts';
export { type Summary, summarize } from './diagnostics/summary.ts';
export { type DiffReport, reportDiff } from './diff/report.ts';
export type { Edition } from './edition/edition.ts';
export { ListenFault } from './http/fault.ts';
export { type ImportOptions, type ImportResult, importPages } from './import/import.ts';
export type { ImportReport } from './import/report.ts';
export type { Contract, MemberRef } from './pack/contract.ts';
export type { OrderedPack } from './pack/contracts/ordered.ts';
export type { ListedPack, PackManifest } from './pack/manifest.ts';
export type { PlannedSet } from './pack/plan.ts';
export type { Reconciliation } from './pack/reconcile.ts';
export { type BuildOptions, type BuildResult, buildWorkspace } from './pipeline.ts';
export type { PlannedArtifact, Request } from './plan/plan.ts';
export { UnknownName } from './plan/request.ts';
export { PreviewFault } from './preview/fault.ts';
export type { PublishedArtifact } from './publish/manifest.ts';
export { OutputFault } from './publish/output-folder.ts';
export type { Publication } from './publish/publish.ts';
export { type Artifact, type ArtifactRequest, renderArtifact } from './runs/building/render.ts';
export {
  type ChangeAnnex,
  type ChangeAnnexOptions,
  makeChangeAnnexes,
} from './runs/comparing/change-annexes.ts';
export { type DiffOptions, type DiffResult, diffEditions } from './runs/comparing/diff-editions.ts';
export { type Extracted, extractEdition, extractText, type PublishedFile } from './runs/extract.ts';
export {
  checkWorkspace,
  type ListedProduct,
  listWorkspace,
  type ShowOptions,
  showComposed,
  type TextState,
} from './runs/inspect.ts';
export type { Sources } from './runs/opening/open.ts';
export { type PackOptions, type PackResult, packContracts } from './runs/pack.ts';
export { type Preview, type PreviewOptions, startPreview } from './runs/previewing/dev.ts';
export {
  type PublishOptions,
  type PublishResult,
  publishOutput,
  type RollbackOptions,
  rollBackPlace,
} from './runs/publish-output.ts';
export { type ReleaseOptions, type ReleaseResult, releaseEditions } from './runs/release-editions.ts';
export { type Served, type ServeOptions, startServer } from './runs/serve.ts';
export {
  type VerifiedArtifact,
  type VerifyOptions,
  type VerifyResult,
  verifyOutput,
} from './runs/verifying/verify.ts';
export { NameRefused } from './scaffold/names.ts';
export { openWorkspace } from './workspace/disk.ts';
export { memoryWorkspace } from './workspace/memory.ts';
export {
  type SourceFile,
  type Workspace,
  WorkspaceFault,
  type WritableWorkspace,
} from './workspace/workspace.ts';
