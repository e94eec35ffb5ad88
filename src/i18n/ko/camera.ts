/** Words of the camera: how near the town is looked at, and where. */
export const camera = {
  label: '보는 거리',
  zoomIn: '가까이 보기 (+)',
  zoomOut: '멀리 보기 (−)',
  where: '지금 보는 곳',
  ground: '마을 그림',
  place: {
    town: '마을',
    street: '거리',
    office: '우체국 {{router}}',
    client: '우리 집',
    server: '서버',
    room: '{{transport}} 방',
  },
} as const;
