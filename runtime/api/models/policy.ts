import { needs } from '../policy.ts';

/** Who may see and change the models of the installation. Which roles have one is for everybody who draws. */
export const modelPolicy = { manage: needs('models.manage'), served: needs('bots.read'), /** Trying out what a node asks. */ ask: needs('bots.edit') };
