import { describe, expect, it } from 'vitest';
import { readS3Address } from './s3-address.ts';

describe('the address of a bucket', () => {
  it.each([
    [
      's3://annex?region=eu-central-1',
      {},
      'https://annex.s3.eu-central-1.amazonaws.com/',
      '',
      '',
      'eu-central-1',
    ],
    [
      's3://annex/a/b/',
      { AWS_REGION: 'eu-west-1' },
      'https://annex.s3.eu-west-1.amazonaws.com/',
      '',
      'a/b/',
      'eu-west-1',
    ],
    // The certificate of Amazon covers no bucket with a dot.
    [
      's3://my.annex?region=us-east-1',
      {},
      'https://s3.us-east-1.amazonaws.com/',
      '/my.annex',
      '',
      'us-east-1',
    ],
    ['s3://annex/n?endpoint=http://h:7070', {}, 'http://h:7070/', '/annex', 'n/', 'us-east-1'],
    ['s3://annex', { AWS_ENDPOINT_URL_S3: 'https://h/s3/' }, 'https://h/s3/', '/s3/annex', '', 'us-east-1'],
  ] as const)('%s', (text, environment, endpoint, base, prefix, region) => {
    const address = readS3Address(text, environment);
    expect(address).toMatchObject({ base, prefix, region });
    expect(address.endpoint.href).toBe(endpoint);
  });

  it.each([
    ['s3:///prefix', 'names no bucket'],
    ['s3://AKIA:ab/secret@annex', 'names no bucket'],
    ['s3://annex/%zz?region=x', 'begins no character'],
    ['s3://annex', 'set AWS_REGION'],
    ['s3://key:secret@annex', 'Keys do not belong'],
    ['s3://annex?endpoint=h:7070', "'h:7070' is no endpoint"],
    ['s3://annex?regoin=x', "An S3 store has no 'regoin'"],
  ])('%s is refused', (text, because) => {
    expect(() => readS3Address(text, {})).toThrow(because);
    expect(() => readS3Address(text, {})).not.toThrow(/secret@/);
  });
});
