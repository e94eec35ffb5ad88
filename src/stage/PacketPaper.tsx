import { cardLabel, numberWidth, type PaperProps } from './card';
import { counterWidth, postcardCut, postcardShape, stubTextX, tickShape } from './cardShapes';
import { FlagShape, SignalFlag } from './SignalFlag';
import { BareCard, IndexCard, Slip } from './Slip';
import { CardText } from './CardText';
import { LensPaper } from './LensPaper';

/** The paper itself and what is written on it. */
export function Paper(props: PaperProps) {
  if (props.face.lens) return <LensPaper {...props} label={props.face.lens} />;
  switch (props.face.paper) {
    case 'letter':
      return <Letter {...props} />;
    case 'postcard':
      return <Postcard {...props} />;
    case 'stub':
      return <Stub {...props} />;
    case 'signal':
      return <SignalFlag {...props} />;
    case 'card':
      return <IndexCard {...props} />;
    case 'tag':
    case 'box':
      return <BareCard {...props} paper={props.face.paper} />;
    case 'slip':
    case 'unknown':
      return <Slip {...props} />;
  }
}

/** TCP data: a letter with a torn receipt stub that bears the piece's number. */
function Letter({ face, detail, plan, size }: PaperProps) {
  const { unit, font } = plan;
  const { number, main, second } = cardLabel(face, detail, plan);
  const { width, height } = size;
  const left = -width / 2;
  const top = -height / 2;
  const band = detail === 'full' ? numberWidth(number, font.medium) : width;
  const teeth = detail === 'full' ? tornEdge(left + band, top, height, unit) : `h${band}v${height}`;
  const middle = left + band + (width - band) / 2;
  return (
    <g>
      <rect
        x={left}
        y={top}
        {...size}
        rx={4 * unit}
        fill="var(--card)"
        stroke="var(--card)"
        strokeWidth={5 * unit}
      />
      <path
        d={`M${left} ${top}${detail === 'full' ? `H${left + band}` : ''}${teeth}H${left}z`}
        fill="var(--tcp)"
      />
      <rect
        x={left}
        y={top}
        {...size}
        rx={4 * unit}
        fill="none"
        stroke="var(--tcp)"
        strokeWidth={2.5 * unit}
        strokeDasharray={face.again ? `${5 * unit} ${3 * unit}` : undefined}
      />
      <CardText
        x={left + band / 2}
        y={0}
        size={font.medium}
        fill="var(--tcp-ink)"
        weight={800}
        text={number}
      />
      <CardText
        x={middle}
        y={second ? -height * 0.18 : 0}
        size={font.medium}
        fill="#17233b"
        weight={700}
        text={main}
      />
      <CardText
        x={middle}
        y={height * 0.25}
        size={Math.max(13, font.small * 0.86)}
        fill="#00568a"
        weight={600}
        text={second}
      />
      {face.signal === 'FIN' && (
        <FlagShape
          signal="FIN"
          x={width / 2 - (detail === 'full' ? 7 : -2) * unit}
          y={-height / 2 - (detail === 'full' ? 0 : 4) * unit}
          unit={unit}
        />
      )}
    </g>
  );
}

/** The zigzag where a receipt is torn off, downwards from `(x, y)`. */
function tornEdge(x: number, y: number, height: number, unit: number): string {
  const teeth = 5;
  const step = height / (teeth * 2);
  let path = '';
  for (let i = 1; i <= teeth * 2; i += 1) path += `L${x + (i % 2 === 1 ? 3 * unit : 0)} ${y + step * i}`;
  return path;
}

/** UDP: a postcard with one corner cut, nothing but number and words. */
function Postcard({ face, detail, plan, size }: PaperProps) {
  const { unit, font } = plan;
  const { number, main } = cardLabel(face, detail, plan);
  const { width, height } = size;
  const cut = postcardCut(size, unit);
  // What is no piece of a message has no number.
  const isNumbered = number !== '';
  const band = detail !== 'full' ? width : isNumbered ? numberWidth(`#${number}`, font.small) : 0;
  const middle = -width / 2 + band + (width - band) / 2;
  return (
    <g>
      <path
        d={postcardShape(size, unit)}
        fill="var(--udp)"
        stroke="#7a5200"
        strokeWidth={1.5 * unit}
        strokeLinejoin="round"
      />
      {detail === 'full' && isNumbered && (
        <path
          d={`M${-width / 2 + band} ${-height / 2 + 5 * unit}v${height - 10 * unit}`}
          stroke="#7a5200"
          strokeOpacity="0.6"
          strokeWidth={unit}
        />
      )}
      <CardText
        x={-width / 2 + band / 2}
        y={0}
        size={font.small}
        fill="#000000"
        weight={700}
        text={detail === 'full' && isNumbered ? `#${number}` : number}
      />
      <CardText x={middle - cut * 0.15} y={0} size={font.medium} fill="#000000" weight={700} text={main} />
    </g>
  );
}

/** A pure ACK: the torn-off receipt itself, double outline, a tick, and a counter when it repeats the last one. */
function Stub({ face, detail, plan, size }: PaperProps) {
  const { unit, font } = plan;
  const { main } = cardLabel(face, detail, plan);
  const { width, height } = size;
  const counter = counterWidth(face, font.small);
  return (
    <g>
      <rect
        x={-width / 2}
        y={-height / 2}
        {...size}
        rx={height * 0.3}
        fill="var(--card)"
        stroke="var(--ack)"
        strokeWidth={2 * unit}
      />
      <rect
        x={-width / 2 + 3 * unit}
        y={-height / 2 + 3 * unit}
        width={width - 6 * unit}
        height={height - 6 * unit}
        rx={height * 0.2}
        fill="none"
        stroke="var(--ack)"
        strokeWidth={0.8 * unit}
      />
      <path
        d={tickShape(size, font.small)}
        fill="none"
        stroke="#00664a"
        strokeWidth={2.2 * unit}
        strokeLinecap="round"
      />
      <CardText
        x={stubTextX(size, counter, font.small)}
        y={0}
        size={font.small}
        fill="#00664a"
        weight={700}
        text={main}
      />
      {counter > 0 && (
        <g>
          <circle cx={width / 2 - counter * 0.52} cy={0} r={font.small * 0.68} fill="#17233b" />
          <CardText
            x={width / 2 - counter * 0.52}
            y={0}
            size={font.small}
            fill="#ffffff"
            weight={800}
            text={face.duplicateAck > 9 ? '9+' : String(face.duplicateAck)}
          />
        </g>
      )}
    </g>
  );
}
