// What the program takes the queue for (src/fleet/queue/boss.ts) is what the queue is: this file compiles, or they have parted.
import { PgBoss, type ConstructorOptions, type JobInsert, type Queue, type WorkOptions } from 'pg-boss';
import type * as ours from '../../src/fleet/queue/boss.ts';

export const library: new (options: ours.BossOptions) => ours.Boss = PgBoss;

// Of a method with several signatures the compiler compares less than of values.
export const options = (given: ours.BossOptions): ConstructorOptions => given;
export const queue = (given: ours.QueueOptions): Omit<Queue, 'name'> => given;
export const job = (given: ours.NewJob): JobInsert => given;
export const work = (given: ours.WorkOptions): WorkOptions => given;
