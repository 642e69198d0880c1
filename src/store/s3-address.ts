import { StoreAddressRefused } from './store.ts';

/** Where the objects of a bucket are reached. */
export type S3Address = {
  readonly bucket: string;
  /** Stands before every key; empty, or ends with a slash. */
  readonly prefix: string;
  readonly region: string;
  readonly endpoint: URL;
  /** What stands before every key in a path: Amazon has a host for each bucket, others a folder. */
  readonly base: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `s3://bucket/prefix?endpoint=https://…&region=…`. What the address leaves out is taken from AWS_ENDPOINT_URL_S3 and
 * AWS_REGION, as other programs do. Throws StoreAddressRefused.
 */
export function readS3Address(text: string, environment: Environment): S3Address {
  const url = readUrl(text);
  const { endpoint, region, ...others } = Object.fromEntries(url.searchParams);
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined)
    throw new StoreAddressRefused(`An S3 store has no '${unknown}': its address takes endpoint and region.`);
  const named = endpoint ?? environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  const place = region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
  const bucket = url.hostname;
  const prefix = readPrefix(url);
  return {
    bucket,
    prefix: prefix === '' ? '' : `${prefix}/`,
    ...(named === undefined ? atAmazon(bucket, place) : atEndpoint(bucket, named, place)),
  };
}

/** As the keys of objects have it. */
function readPrefix({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname).replace(/^\/+|\/+$/g, '');
  } catch {
    throw new StoreAddressRefused('The prefix of --store has a % that begins no character: write %25.');
  }
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // What cannot be read is not said again: there may be a secret in it.
  if (url === undefined || url.hostname === '')
    throw new StoreAddressRefused('--store names no bucket that can be read: expected s3://bucket/prefix.');
  if (url.username !== '' || url.password !== '')
    throw new StoreAddressRefused(
      'Keys do not belong into the address of a store, where others can read them: set AWS_ACCESS_KEY_ID and ' +
        'AWS_SECRET_ACCESS_KEY, or name a profile by AWS_PROFILE.',
    );
  return url;
}

function atAmazon(bucket: string, region: string | undefined): Omit<S3Address, 'bucket' | 'prefix'> {
  if (region === undefined)
    throw new StoreAddressRefused(
      `In which region bucket '${bucket}' is must be said: set AWS_REGION, or add ?region=… to the address.`,
    );
  const host = `s3.${region}.amazonaws.com`;
  // The certificate covers one name before the host, and a bucket with dots is several.
  if (bucket.includes('.')) return { region, endpoint: new URL(`https://${host}`), base: `/${bucket}` };
  return { region, endpoint: new URL(`https://${bucket}.${host}`), base: '' };
}

function atEndpoint(
  bucket: string,
  named: string,
  region = 'us-east-1',
): Omit<S3Address, 'bucket' | 'prefix'> {
  const endpoint = URL.canParse(named) ? new URL(named) : undefined;
  if (endpoint === undefined || !/^https?:$/.test(endpoint.protocol))
    throw new StoreAddressRefused(`'${named}' is no endpoint: it begins with https:// or http://.`);
  return { region, endpoint, base: `${endpoint.pathname.replace(/\/$/, '')}/${bucket}` };
}
