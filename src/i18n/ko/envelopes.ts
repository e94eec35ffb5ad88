/** Words of an opened packet: envelope in envelope. */
export const envelopes = {
  label: '패킷 속',
  follow: '따라가기',
  inside: '패킷 속으로 (Z)',
  notYet: '아직 만들어지지 않았어요.',
  unit: {
    frame: '이더넷 프레임',
    arp: 'ARP 메시지',
    packet: 'IP 패킷',
    segment: 'TCP 세그먼트',
    datagram: 'UDP 데이터그램',
    icmp: 'ICMP 쪽지',
    message: '메시지',
  },
  where: {
    onLink: '{{from}}에서 {{to}} 쪽으로 가는 링크 위: 프레임에 싸여 있어요.',
    queued: '{{from}}의 큐에서 {{to}} 쪽 링크를 기다려요.',
    atNode: '{{from}} 안: 프레임을 벗었어요.',
    accepted: '{{from}}이(가) 받았어요: 겉봉을 모두 뜯고 남은 것이에요.',
    lost: '{{from}}에서 {{to}} 쪽으로 가다가 손실됐어요.',
    dropped: '{{from}}에서 폐기됐어요.',
  },
} as const;
