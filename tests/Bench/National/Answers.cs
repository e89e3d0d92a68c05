using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace StrategyGraph.Bench.National;

/// <summary>Whether targets give the same answers: before anything is driven, for a sample of each question's requests.</summary>
internal static class Answers
{
    private const int Sample = 25;

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Asks a target.</summary>
    /// <exception cref="InvalidOperationException">The answer is none, or has errors.</exception>
    public static async Task<byte[]> Ask(Target target, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await Http.PostAsync(target.Endpoint, content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode || answer.AsSpan().IndexOf("\"errors\""u8) is >= 0 and < 40)
            throw new InvalidOperationException($"{target.Name} answers {(int)response.StatusCode} to {Shorten(body)}: {Shorten(Encoding.UTF8.GetString(answer))}");
        return answer;
    }

    /// <summary>Compares the answers of all with the first's; gives an answer of middling length.</summary>
    /// <exception cref="InvalidOperationException">One differs.</exception>
    public static async Task<byte[]> Check(Question question, IReadOnlyList<Target> targets)
    {
        var answers = new List<byte[]>();
        var step = Math.Max(1, question.Bodies.Count / Sample);
        for (var i = 0; i < question.Bodies.Count; i += step)
        {
            var body = question.Bodies[i];
            var ours = await Ask(targets[0], body);
            answers.Add(ours);
            using var expected = JsonDocument.Parse(ours);
            foreach (var target in targets.Skip(1))
            {
                using var actual = JsonDocument.Parse(await Ask(target, body));
                if (Difference(expected.RootElement, actual.RootElement, "") is { } difference)
                    throw new InvalidOperationException($"{target.Name} answers '{question.Name}' otherwise than {targets[0].Name}, at {difference}, asked {Shorten(body)}");
            }
        }

        answers.Sort((x, y) => x.Length.CompareTo(y.Length));
        return answers[answers.Count / 2];
    }

    /// <summary>Sets what the reference of fixed bytes sends.</summary>
    public static async Task SetFixed(Target target, byte[] answer)
    {
        using var content = new ByteArrayContent(answer);
        using var response = await Http.PutAsync(new Uri(target.Endpoint, "/answer"), content);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The first place where two differ, and how; null where they are the same but for the order of members and the last digits of numbers.</summary>
    private static string? Difference(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind != actual.ValueKind) return $"{path}: {Shorten(expected.ToString())}, and not {Shorten(actual.ToString())}";
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject())
                {
                    if (!actual.TryGetProperty(member.Name, out var other)) return $"{path}.{member.Name}, which is missing";
                    if (Difference(member.Value, other, $"{path}.{member.Name}") is { } difference) return difference;
                }

                return expected.GetPropertyCount() == actual.GetPropertyCount() ? null : $"{path}, which has more members";
            case JsonValueKind.Array:
                if (expected.GetArrayLength() != actual.GetArrayLength()) return $"{path}: {expected.GetArrayLength()} items, and not {actual.GetArrayLength()}";
                for (var i = 0; i < expected.GetArrayLength(); i++)
                {
                    if (Difference(expected[i], actual[i], $"{path}[{i}]") is { } difference) return difference;
                }

                return null;
            case JsonValueKind.Number:
                return Math.Abs(expected.GetDouble() - actual.GetDouble()) < 1e-9 ? null : $"{path}: {expected}, and not {actual}";
            default:
                return expected.ToString() == actual.ToString() ? null : $"{path}: {Shorten(expected.ToString())}, and not {Shorten(actual.ToString())}";
        }
    }

    private static string Shorten(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
