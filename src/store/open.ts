import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Patience, patience } from './attempts.ts';
import { readS3Address } from './s3-address.ts';
import { sharedFolder } from './shared-folder.ts';
import { type SharedStore, StoreAddressRefused } from './store.ts';

/**
 * The store at an address: `s3://bucket/prefix?endpoint=…&region=…`, or a folder that all machines see. `onFault` is called
 * at each attempt that failed, those included that are made once more. What S3 needs is loaded only here.
 *
 * Throws StoreAddressRefused where the address names no store; nothing is asked of the store yet.
 */
export async function openStore(
  address: string,
  { onFault }: Pick<Patience, 'onFault'> = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<SharedStore> {
  if (isBucket(address)) {
    const at = readS3Address(address, environment);
    const { s3Store } = await import('./s3.ts');
    return s3Store(at, { ...patience, onFault });
  }
  return sharedFolder(folderAt(address));
}

/** Whether an address is that of a bucket, which needs packages of its own. */
export function isBucket(address: string): boolean {
  return address.startsWith('s3:');
}

function folderAt(address: string): string {
  if (address.startsWith('file:')) return fileURLToPath(address);
  // A letter and a colon begin a path on Windows.
  if (/^[a-z][a-z0-9+.-]+:/i.test(address))
    throw new StoreAddressRefused(`'${address}' is no store: it is s3://bucket/prefix, or a folder.`);
  return resolve(address);
}
