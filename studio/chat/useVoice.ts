import { useEffect, useRef, useState } from 'preact/hooks';

/** How loud it was, newest last, each 0 to 1. */
export type Levels = readonly number[];

/** Recording speech in the page. */
export interface Voice {
  state: 'off' | 'asking' | 'recording' | 'refused';
  seconds: number;
  levels: Levels;
  start(): void;
  /** Ends the recording and gives it to `then`. */
  finish(then: (file: File) => void): void;
  cancel(): void;
}

/** What browsers record, best first. */
const types = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
/** How many levels the picture shows, and how often one is taken. */
const shownLevels = 40;
const everyMs = 100;

/** The type this browser records speech in; undefined where it cannot. */
export const recordedType = (): string | undefined => (
  'MediaRecorder' in window && 'mediaDevices' in navigator ? types.find((type) => MediaRecorder.isTypeSupported(type)) : undefined);

interface Recording {
  recorder: MediaRecorder;
  close(): void;
}

/** Records from the microphone, measuring how loud it is. */
export function useVoice(): Voice {
  const [state, setState] = useState<Voice['state']>('off');
  const [levels, setLevels] = useState<Levels>([]);
  const [seconds, setSeconds] = useState(0);
  const currentRef = useRef<Recording | undefined>(undefined);
  /** A microphone allowed after the visitor gave up is closed again. */
  const wantedRef = useRef(false);

  const end = () => {
    wantedRef.current = false;
    currentRef.current?.close();
    currentRef.current = undefined;
    setState('off');
  };
  useEffect(() => end, []);

  const record = (stream: MediaStream, type: string) => {
    const recorder = new MediaRecorder(stream, { mimeType: type });
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    const began = Date.now();
    const timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0) / 128;
      setLevels((now) => [...now, loudest].slice(-shownLevels));
      setSeconds(Math.floor((Date.now() - began) / 1_000));
    }, everyMs);
    currentRef.current = {
      recorder,
      close: () => {
        clearInterval(timer);
        if (recorder.state !== 'inactive') recorder.stop();
        for (const track of stream.getTracks()) track.stop();
        void context.close();
      },
    };
    recorder.start();
    setState('recording');
  };

  return {
    state, seconds, levels,
    start() {
      const type = recordedType();
      if (!type) return;
      wantedRef.current = true;
      setLevels([]);
      setSeconds(0);
      setState('asking');
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        (stream) => {
          if (wantedRef.current) record(stream, type);
          else for (const track of stream.getTracks()) track.stop();
        },
        () => setState('refused'),
      );
    },
    finish(then) {
      const recorder = currentRef.current?.recorder;
      recorder?.addEventListener('dataavailable', ({ data }) => {
        const type = data.type.split(';')[0] ?? '';
        then(new File([data], `voice.${type.split('/')[1] ?? 'webm'}`, { type }));
      }, { once: true });
      end();
    },
    cancel: end,
  };
}
