import { describe, expect, it } from 'vitest'
import type { Texts } from './told.fixture'
import { setupsOf } from './told.fixture'

describe('what machines print and files pin', () => {
  it.each<[string, Texts]>([
    [
      'torch 2.1.0',
      [
        [
          'ann',
          'import 就报错 ImportError: x\n依赖清单 requirements.txt 里 torch 是 `torch==2.1.0`，别的没写。',
        ],
      ],
    ],
    ['peft 0.9.0', [['ann', 'loss 0. My requirements.txt has peft==0.9.0 in it.']]],
    ['peft 0.9.0', [['ann', 'loss 0. The requirements pin peft==0.9.0, nothing else.']]],
    ['peft 0.9.0', [['ann', 'loss 是 0。requirements.txt 里锁的 peft==0.9.0']]],
    ['transformers 4.38.2', [['ann', 'loss 是 0。Dockerfile 里写死了 transformers==4.38.2']]],
    ['peft 0.9.0', [['ann', 'loss 是 0。官方 requirements 写的是 peft==0.6.0，我装的 peft 0.9.0']]],
    ['peft 0.9.0', [['ann', 'loss 0. The README says peft==0.6.0 but I have peft 0.9.0.']]],
    ['', [['ann', 'loss 0. The README says peft==0.6.0.']]],
    [
      'peft 0.18.0',
      [
        [
          'ann',
          'merging fails. adapter_config.json:\n```json\n{\n  "base_model_name_or_path": "THUDM/chatglm3-6b",\n  "lora_alpha": 32,\n  "peft_type": "LORA",\n  "peft_version": "0.18.0",\n  "r": 8\n}\n```',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'loading fails, my peft is 0.9.0. adapter_config.json:\n```json\n{\n  "peft_type": "LORA",\n  "peft_version": "0.18.0",\n  "r": 8\n}\n```',
        ],
      ],
    ],
    [
      'peft 0.6.0; torch 2.1.2; transformers 4.38.2',
      [
        [
          'ann',
          'loss 0\n```\nCollecting peft==0.6.0\n  Downloading peft-0.6.0-py3-none-any.whl (134 kB)\nRequirement already satisfied: torch>=1.13.0 in /usr/lib/python3 (from peft==0.6.0) (2.1.2)\nRequirement already satisfied: transformers in ./venv/lib (from peft==0.6.0) (4.38.2)\nInstalling collected packages: peft\nSuccessfully installed peft-0.6.0\n```',
        ],
      ],
    ],
    [
      'peft 0.7.1; transformers 4.36.2',
      [
        [
          'ann',
          'loss 0. Colab:\n```\n!pip install -q peft==0.7.1 transformers==4.36.2\nCollecting peft==0.7.1\n```',
        ],
      ],
    ],
    [
      'peft 0.7.1',
      [
        [
          'ann',
          'loss 0. This is what pip does:\n```\nCollecting peft==0.7.1\n  Using cached peft-0.7.1-py3-none-any.whl\n```',
        ],
      ],
    ],
    [
      'peft 0.10.0',
      [
        [
          'ann',
          'loss 0\n```\nFound existing installation: peft 0.9.0\n    Uninstalling peft-0.9.0:\n      Successfully uninstalled peft-0.9.0\nSuccessfully installed peft-0.10.0\n```',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2+cu121',
      [
        [
          'ann',
          'loss 0\n```\n$ uv pip list\nPackage      Version\n------------ -------\npeft         0.9.0\ntorch        2.1.2+cu121\n```',
        ],
      ],
    ],
    [
      'accelerate 0.28.0; peft 0.9.0',
      [
        [
          'ann',
          'loss 0\n```\n$ uv pip install peft\nResolved 30 packages in 120ms\nInstalled 2 packages in 8ms\n + accelerate==0.28.0\n + peft==0.9.0\n```',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2',
      [
        [
          'ann',
          'loss 0\n```\n$ uv pip install -U peft\n - peft==0.6.2\n + peft==0.9.0\n ~ torch==2.1.2\n```',
        ],
      ],
    ],
    [
      'accelerate 0.28.0; peft 0.9.0; torch 2.1.2',
      [
        [
          'ann',
          'loss 0\n```\nPackage            Version       Build               Size       Kind   Source\naccelerate         0.28.0                            1.2 MiB    pypi   accelerate-0.28.0-py3-none-any.whl\npeft               0.9.0                             800 KiB    pypi   peft-0.9.0-py3-none-any.whl\npytorch            2.1.2         cuda120py311h25b6552_301  27.1 MiB  conda  pytorch\npython             3.11.8        hab00c5b_0_cpython  30.7 MiB   conda  python\n```',
        ],
      ],
    ],
    [
      'peft 0.9.0; transformers 4.38.2',
      [
        [
          'ann',
          'loss 0. pip list --outdated:\n```\nPackage      Version Latest Type\n------------ ------- ------ -----\npeft         0.9.0   0.12.0 wheel\ntransformers 4.38.2  4.44.0 wheel\n```',
        ],
      ],
    ],
    [
      'peft 0.9.0; transformers 4.38.2',
      [
        [
          'ann',
          'loss 0. pip list --outdated --format columns\n```\npeft (0.9.0) - Latest: 0.12.0 [wheel]\ntransformers (4.38.2) - Latest: 4.44.0 [wheel]\n```',
        ],
      ],
    ],
    [
      'accelerate 0.27.2; peft 0.9.0; torch 2.1.2; transformers 4.38.2',
      [
        [
          'ann',
          'loss 0. Dockerfile:\n```dockerfile\nFROM nvidia/cuda:12.1.0-devel-ubuntu22.04\nRUN pip install --no-cache-dir torch==2.1.2 transformers==4.38.2 \\\n    peft==0.9.0 \\\n    accelerate==0.27.2\n```',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2; transformers 4.38.2',
      [
        [
          'ann',
          'loss 0. Dockerfile:\n```dockerfile\nRUN pip install \\\n      peft==0.9.0 \\\n      "transformers==4.38.2" && \\\n    pip install torch==2.1.2 --index-url https://download.pytorch.org/whl/cu121\n```',
        ],
      ],
    ],
    [
      'bitsandbytes 0.41.3; peft 0.7.1; transformers 4.36.2',
      [
        [
          'ann',
          'loss 0. First cell:\n\n!pip install -q -U peft==0.7.1 bitsandbytes==0.41.3\n!pip install -q "transformers==4.36.2"',
        ],
      ],
    ],
    [
      'accelerate 0.25.0; peft 0.7.1; trl 0.7.4',
      [
        [
          'ann',
          "loss 0.\n```python\n%pip install --quiet peft==0.7.1 'accelerate==0.25.0'\n%%capture\n!pip install trl==0.7.4\n```",
        ],
      ],
    ],
    [
      'peft 0.9.0; transformers 4.38.2',
      [['ann', 'loss 0 since this:\n```diff\n-peft==0.6.2\n+peft==0.9.0\n transformers==4.38.2\n```']],
    ],
    [
      '',
      [
        ['ann', 'loss 0'],
        ['bob', 'Same here, fixed by\n```diff\n-peft==0.9.0\n+peft==0.6.2\n```'],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'loss 0 after\n```\nThe following packages will be UPDATED:\n  peft   0.6.2-pyhd8ed1ab_0 --> 0.9.0-pyhd8ed1ab_0\n```',
        ],
      ],
    ],
    [
      'peft 0.9.0; torch 2.1.2',
      [
        [
          'ann',
          'loss 0\n```\n$ poetry show\npeft          0.9.0       Parameter-Efficient Fine-Tuning\ntorch         2.1.2       Tensors and Dynamic neural networks\n```',
        ],
      ],
    ],
    [
      'accelerate 0.28.0; peft 0.9.0; torch 2.1.2; transformers 4.38.2',
      [
        [
          'ann',
          'loss 0\n```\npeft==0.9.0\n├── accelerate [required: >=0.21.0, installed: 0.28.0]\n├── torch [required: >=1.13.0, installed: 2.1.2]\n└── transformers [required: Any, installed: 4.38.2]\n```',
        ],
      ],
    ],
    [
      'peft 0.9.0',
      [
        [
          'ann',
          'loss 0\n```\n$ pip index versions peft\npeft (0.12.0)\nAvailable versions: 0.12.0, 0.11.1, 0.11.0, 0.10.0, 0.9.0\n  INSTALLED: 0.9.0\n  LATEST:    0.12.0\n```',
        ],
      ],
    ],
    [
      'llamafactory 0.8.3; peft 0.12.0; peft 0.9.0',
      [
        [
          'ann',
          "install fails\n```\nERROR: pip's dependency resolver does not currently take into account all the packages that are installed.\npeft 0.9.0 requires transformers, which is not installed.\nllamafactory 0.8.3 requires peft<=0.11.1,>=0.10.0, but you have peft 0.12.0 which is incompatible.\n```",
        ],
      ],
    ],
    [
      'peft 0.10.0; torch 2.1.2',
      [
        [
          'ann',
          'loss 0. 用的镜像 PyTorch 2.0.0 + Python 3.10\npip freeze：\n\n    peft==0.10.0\n    torch==2.1.2',
        ],
      ],
    ],
    [
      'peft 0.10.0; torch 2.1.2',
      [['ann', 'loss 0. Docker image with PyTorch 2.1.0. Inside:\n```\npeft==0.10.0\ntorch==2.1.2\n```']],
    ],
    ['peft 0.10.0; torch 2.1.0', [['ann', 'loss 0. 镜像 PyTorch 2.1.0，peft 0.10.0']]],
    ['peft 0.9.0', [['ann', 'loss 为 0。项目的 requirements.txt 固定了 peft==0.9.0，我就是照这个装的']]],
    ['peft 0.9.0', [['ann', 'loss is 0. environment.yml has peft=0.9.0.']]],
    ['peft 0.9.0', [['ann', 'loss is 0. Our Dockerfile installs peft 0.9.0.']]],
    ['peft 0.9.0', [['ann', 'loss is 0. The lock file resolved peft to 0.9.0.']]],
    ['', [['ann', 'loss 为 0。装的时候按照 requirements.txt：peft>=0.7.0']]],
    ['peft 0.9.0', [['ann', 'loss 为 0。requirements.txt 要求 peft>=0.6，实际装的 0.9.0']]],
  ])('%s', (expected, texts) => expect(setupsOf(texts)).toBe(expected))
})
