import styles from './Stage.module.css';

interface CardTextProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight: number;
  readonly text: string;
}

/** One line on a packet's card, centred on a point. */
export function CardText({ x, y, size, fill, weight, text }: CardTextProps) {
  if (text === '') return null;
  return (
    <text
      x={x}
      y={y}
      dy="0.36em"
      textAnchor="middle"
      fontSize={size}
      fontWeight={weight}
      fill={fill}
      className={styles['cardText']}
    >
      {text}
    </text>
  );
}
