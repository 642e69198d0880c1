import { connect, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** A port that nothing listens at. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Waits until something listens at a port. */
export async function listening(port, what, seconds = 30) {
  for (let tries = 0; tries < seconds * 10; tries++) {
    if (await connects(port)) return;
    await setTimeout(100);
  }
  throw new Error(`${what} does not listen at port ${port} after ${seconds} s.`);
}

function connects(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => done(socket.destroy() && true));
    socket.on('error', () => done(false));
  });
}
