import type { Expression } from './assertion';

type Fact = number | string | boolean;

/** The value of an expression; `lookUp` knows the names. */
export function evaluate(expression: Expression, lookUp: (name: string) => Fact): Fact {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return expression.value;
    case 'name':
      return lookUp(expression.name);
    case 'negative':
      return -Number(evaluate(expression.operand, lookUp));
    case 'not':
      return !isTrue(evaluate(expression.operand, lookUp));
    case 'and': {
      const left = evaluate(expression.left, lookUp);
      return isTrue(left) ? evaluate(expression.right, lookUp) : left;
    }
    case 'or': {
      const left = evaluate(expression.left, lookUp);
      return isTrue(left) ? left : evaluate(expression.right, lookUp);
    }
    case 'arithmetic': {
      const left = Number(evaluate(expression.left, lookUp));
      return calculate(expression.operator, left, Number(evaluate(expression.right, lookUp)));
    }
    case 'comparison': {
      const values = expression.operands.map((operand) => evaluate(operand, lookUp));
      return expression.operators.every((operator, i) => compares(operator, values[i]!, values[i + 1]!));
    }
  }
}

/** What Python takes for true. */
export function isTrue(value: Fact): boolean {
  return value !== 0 && value !== '' && value !== false;
}

function calculate(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '//':
      return Math.floor(left / right);
    case '%':
      return left - right * Math.floor(left / right);
    default:
      return left / right;
  }
}

function compares(operator: string, left: Fact, right: Fact): boolean {
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    default:
      return left > right;
  }
}
