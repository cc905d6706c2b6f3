// The tests as they always are, except for the fault that PARLEY_FAULT names.
import { mergeConfig } from 'vitest/config';
import base from '../vitest.config.ts';
import { plantFault } from './lib/plantFault.mjs';
import { root } from './lib/install.mjs';

const fault = process.env.PARLEY_FAULT;

export default mergeConfig(base, { root, plugins: fault ? [plantFault(JSON.parse(fault))] : [] });
