import type { Incoming } from '@parley/shared/messages/incoming';

/** What a contact can send besides words, for nodes that ask for it. Files stand for themselves: nothing reads them here. */
export const samples: readonly { name: 'photo' | 'video' | 'document' | 'audio' | 'place'; message: Incoming }[] = [
  { name: 'photo', message: { type: 'image', media: { id: 'sample-photo', mime: 'image/jpeg', name: 'photo.jpg', bytes: 240_000 } } },
  { name: 'video', message: { type: 'video', media: { id: 'sample-video', mime: 'video/mp4', name: 'video.mp4', bytes: 2_400_000 } } },
  { name: 'document', message: { type: 'document', media: { id: 'sample-document', mime: 'application/pdf', name: 'document.pdf', bytes: 120_000 } } },
  { name: 'audio', message: { type: 'audio', media: { id: 'sample-audio', mime: 'audio/ogg', name: 'voice.ogg', bytes: 24_000 } } },
  { name: 'place', message: { type: 'location', latitude: 18.5204, longitude: 73.8567, label: 'Pune' } },
];
