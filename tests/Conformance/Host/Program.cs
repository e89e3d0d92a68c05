using System.Text;
using StrategyGraph.Conformance.Host;

// A JSON list of jobs a line in, a list of their answers a line out; ends with its input. What they hold stands in Job.cs.
using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, false, 1 << 16);
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
var desk = new Desk();
while (input.ReadLine() is { } line)
{
    output.Write(desk.Answer(line));
    output.Write('\n');
    output.Flush();
}
