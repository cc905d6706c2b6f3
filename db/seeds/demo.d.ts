import type { Flow } from '@parley/shared/flow/document';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
/** The demo bot's name and the address of its chat, `/chat/demo`. */
export declare const demoBot: {
    readonly name: "Sparkle Car Wash";
    readonly slug: "demo";
};
/** Where the demo's bookings are kept; the key is the slot. */
export declare const demoCollection = "bookings";
/** The car wash as a document: English as typed, French and Hindi as accepted translations. Throws when it is no document. */
export declare function demoFlow(nodeTypes: NodeTypes): Flow;
