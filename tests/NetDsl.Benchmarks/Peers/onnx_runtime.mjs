// ONNX Runtime on the CPU as a peer of `compare` and `scaling`: inference only.
//
//     node onnx_runtime.mjs THREADS PACKAGES MODELS    answers requests; PeerProcess.cs describes the exchange
//
// PACKAGES is a folder in which `npm install onnxruntime-node` was run; MODELS holds WORKLOAD.onnx, written by pytorch.py.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const [threads, packages, models] = process.argv.slice(2);
const runtime = createRequire(join(resolve(packages), 'package.json'))('onnxruntime-node');
const { version } = JSON.parse(readFileSync(join(packages, 'node_modules', 'onnxruntime-node', 'package.json'), 'utf8'));

const Slices = 10;
const WarmUpPart = 0.2;
const WarmUpCalls = 5;
const SampleShapes = {
  truth: [3],
  tabular: [26],
  'jet-latency': [16],
  higgs: [28],
  'mnist-mlp': [784],
  'shower-cnn': [1, 32, 32],
  detector: [6, 6, 2, 128],
};

// Samples in a second: the median over tenths of the time, after a fifth of it to warm up.
async function medianRate(call, samples, seconds) {
  const milliseconds = seconds * 1000;
  const end = performance.now() + WarmUpPart * milliseconds;
  for (let calls = 0; calls < WarmUpCalls || performance.now() < end; calls++) await call();
  const rates = [];
  for (let slice = 0; slice < Slices; slice++) {
    const start = performance.now();
    let calls = 0;
    let elapsed = 0;
    while (elapsed < milliseconds / Slices) {
      await call();
      calls++;
      elapsed = performance.now() - start;
    }
    rates.push(calls * samples / elapsed * 1000);
  }
  rates.sort((a, b) => a - b);
  return (rates[Slices / 2 - 1] + rates[Slices / 2]) / 2;
}

async function measure(figure, workload, batch, seconds) {
  const file = join(models, `${workload}.onnx`);
  if (!['prediction', 'single'].includes(figure) || !existsSync(file)) return 'none';
  const session = await runtime.InferenceSession.create(file, {
    executionProviders: ['cpu'],
    graphOptimizationLevel: 'all',
    intraOpNumThreads: Number(threads),
    interOpNumThreads: 1,
  });
  const samples = figure === 'single' ? 1 : batch;
  const shape = [samples, ...(SampleShapes[workload] ?? [32])];
  const values = Float32Array.from({ length: shape.reduce((product, extent) => product * extent) }, () => 2 * Math.random() - 1);
  const feeds = { input: new runtime.Tensor('float32', values, shape) };
  const rate = await medianRate(() => session.run(feeds), samples, seconds);
  await session.release();
  return rate;
}

console.log(`ONNX Runtime ${version}`);
for await (const line of createInterface({ input: process.stdin })) {
  const [figure, workload, batch, seconds] = line.split(' ');
  console.log(String(await measure(figure, workload, Number(batch), Number(seconds))));
}
