/** Settles all batches of run 1 as workers would have, with rows as long as theirs: making the packs would take hours. */
export function settleAll(postgres) {
  postgres.sql(`
    insert into annex.pack (contract, run, batch, shard, line, state, attempt, listed)
    select 'c-' || id, run, number, lpad(to_hex(id % 256), 2, '0'), id, case when id % 5000 = 7 then 'failed' else 'made' end, 1,
      json_build_object('contract', 'C-' || id, 'customer', 'Kunde ' || md5(id::text), 'language', 'de', 'line', id,
        'state', case when id % 5000 = 7 then 'failed' else 'made' end, 'brand', 'neutral',
        'members', json_build_array(json_build_object('product', 'product-1', 'edition', '2026-03', 'draft', false)),
        'files', (select json_agg(json_build_object('path', 'c-' || id || '/kunde-c-' || id || '-pack-de.' || kind,
            'bytes', 100000 + id, 'sha256', encode(sha256((kind || id)::bytea), 'hex')))
          from unnest(array['pdf', 'xlsx', 'zip']) as kind),
        'key', encode(sha256(id::text::bytea), 'hex'))
    from (
      select run, number, row_number() over (order by number, place)::integer as id
      from annex.batch, generate_series(1, contracts) as place where run = 1
    ) as contract;
    update annex.batch set attempts = 1, taken_at = now() - interval '1 hour' + number * interval '0.6 s', settled_at = now(),
      made = contracts - failed.count, failed = failed.count
    from (select batch, count(*) filter (where state = 'failed') as count from annex.pack group by batch) as failed
    where failed.batch = number;
    update annex.run set settled = batches;
    analyze;
  `);
}
