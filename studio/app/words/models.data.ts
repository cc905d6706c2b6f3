/** English words about language models. */
export const models = {
  models: {
    by: { model: 'Written by a model', standIn: 'Stand-in answer: no model is set up' },
    title: 'Models', failed: 'Could not load the models',
    empty: 'No models yet. Until there is one, a stand-in answers for model and classify nodes: it only puts together what it was given, and every answer is marked. Add an endpoint that speaks OpenAI’s protocol, such as OpenAI itself or a server of your own.',
    roleTitle: { fast: 'Fast', best: 'Best', embedding: 'Embedding', speech: 'Speech' },
    roleHelp: { fast: 'For quick decisions. The first that answers counts.', best: 'For texts people read. The first that answers counts.', embedding: 'Turns texts into numbers for search.', speech: 'Turns speech into text.' },
    roleEmpty: 'No model. The stand-in answers.', roleNone: 'No model.', addToRole: 'Add a model to {{role}}', up: 'Try {{name}} earlier', down: 'Try {{name}} later', takeOut: 'Take {{name}} out of {{role}}',
    roles: 'What models are used for', endpoints: 'Endpoints', newEndpoint: 'New endpoint', changeEndpoint: 'Change {{name}}', name: 'Name', address: 'Address', addressHelp: 'The base address, such as https://api.openai.com/v1. It may be in your private network.',
    key: 'Key', keyHelp: 'Kept sealed and never shown again. Empty when the endpoint asks for none.', keyKept: 'Leave empty to keep the one there is.', private: 'Private network', noKey: 'No key', save: 'Save', add: 'Add', saved: 'Saved', edit: 'Change', remove: 'Delete', actions: 'Actions for {{name}}', actionsTitle: 'Actions',
    newModel: 'Add a model', changeModel: 'Change {{name}}', modelName: 'Name at the endpoint', modelNameHelp: 'As it stands in requests, such as gpt-5-mini.', priceIn: 'Price of a million tokens in', priceOut: 'Price of a million tokens out', priceHelp: 'In the currency you count in.', maxOutput: 'Most tokens of an answer', maxOutputHelp: 'Empty: the model’s own limit.', useFor: 'Use it for',
    model: 'Model', prices: 'Prices in / out', calls: 'Calls, 30 days', tokens: 'Tokens in / out', cost: 'Cost', callsFailed: '{{calls}} ({{failed}} failed)', noModels: 'No models of this endpoint yet.',
    try: 'Test', trying: 'Testing', tryLong: 'Test {{name}}', tried: '{{ms}} ms, {{tokens}} tokens, cost {{cost}}', standInCalls_one: 'In the last 30 days the stand-in answered {{count}} time.', standInCalls_other: 'In the last 30 days the stand-in answered {{count}} times.',
    removeTitle: 'Delete {{name}}?', removeEndpointText: 'Its key and its models are gone. What they took stays recorded.', removeModelText: 'Flows go on with the next model of its roles.', removed: 'Deleted',
  },
} as const;
